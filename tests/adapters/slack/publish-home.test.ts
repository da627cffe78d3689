import { describe, expect, it } from "vitest";
import { renderHome } from "../../../adapters/slack/rendering/render-home.ts";
import { publishHome } from "../../../adapters/slack/sending/publish-home.ts";
import { startSmallPack } from "../../support/small-pack.ts";
import { answer, openWebApi } from "./open-web-api.ts";

describe("publishHome", () => {
  it("replaces the earlier view, for that person only", async () => {
    const { workspace, context, ana, bo } = await openWebApi();
    const strings = startSmallPack().surface("en");
    await publishHome(context, ana.id, renderHome({ ...answer, title: "Earlier" }, strings));
    await publishHome(context, ana.id, renderHome({ ...answer, title: "Later" }, strings));
    expect(JSON.stringify(workspace.home(ana))).toContain("Later");
    expect(JSON.stringify(workspace.home(ana))).not.toContain("Earlier");
    expect(workspace.home(bo)).toBeUndefined();
  });
});
