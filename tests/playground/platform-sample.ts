import { buildSample } from "./build-sample.ts";

/** A script that shows an element within a platform's context; what is done with it is collected in `window.acts`. */
export function showOn(platform: "slack" | "discord", element: string): Promise<string> {
  const name = platform === "slack" ? "SlackContext" : "DiscordContext";
  return buildSample(`
    import { h, render } from "preact";
    import { ${name} } from "./playground/client/${platform}/${platform}-context.ts";
    import { Blocks } from "./playground/client/slack/blocks.tsx";
    import { Modal as SlackModal } from "./playground/client/slack/modal.tsx";
    import { Components } from "./playground/client/discord/components.tsx";
    import { Modal as DiscordModal } from "./playground/client/discord/modal.tsx";
    document.documentElement.lang = "en";
    document.title = "sample";
    window.acts = [];
    const act = async (action) => {
      window.acts.push(action);
      return { kind: "done", outcome: window.outcome };
    };
    const view = { me: "U1", bot: "B1", users: {}, channels: [], menu: { commands: [], shortcuts: [] }, commands: [] };
    const value = { view, act, openInspector() {}, openThread() {}, replyTo() {}, marks: { of: () => ({ count: 0, direct: 0 }), lookAt: () => () => {} } };
    render(h("main", {}, h(${name}.Provider, { value }, ${element})), document.body);`);
}
