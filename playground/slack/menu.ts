import { readFileSync } from "node:fs";
import { z } from "zod";

const manifestSchema = z.object({
  features: z.object({
    shortcuts: z.array(z.object({ name: z.string(), callback_id: z.string(), type: z.string() })).default([]),
    slash_commands: z
      .array(z.object({ command: z.string(), description: z.string(), usage_hint: z.string().optional() }))
      .default([]),
  }),
});

const manifest = new URL("../../adapters/slack/manifest.json", import.meta.url);

/** The app's commands and shortcuts, as its manifest declares them. */
export interface SlackMenu {
  readonly commands: readonly {
    readonly command: string;
    readonly description: string;
    readonly usage_hint?: string | undefined;
  }[];
  readonly shortcuts: readonly {
    readonly name: string;
    readonly callback_id: string;
    readonly type: string;
  }[];
}

export function readMenu(): SlackMenu {
  const { features } = manifestSchema.parse(JSON.parse(readFileSync(manifest, "utf8")));
  return { commands: features.slash_commands, shortcuts: features.shortcuts };
}
