import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const manifestSchema = z.object({
  features: z.looseObject({
    agent_view: z.strictObject({ agent_description: z.string() }).optional(),
    app_home: z.record(z.string(), z.boolean()),
    shortcuts: z.array(z.object({ type: z.string(), callback_id: z.string() })),
    slash_commands: z.array(z.object({ command: z.string() })),
  }),
  oauth_config: z.object({ scopes: z.record(z.string(), z.array(z.string())) }),
  settings: z.looseObject({
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.boolean() }),
    socket_mode_enabled: z.boolean(),
  }),
});

const folder = path.join(import.meta.dirname, "../../../adapters/slack");

/** A manifest as it stands, and as the tests read it. */
export function readManifest(name: "manifest.json" | "manifest.agent.json") {
  const json: unknown = JSON.parse(readFileSync(path.join(folder, name), "utf8"));
  return { json, manifest: manifestSchema.parse(json) };
}

/** What an app gets that is made from a manifest: the local workspace's options. */
export function appOf({ features, oauth_config, settings }: z.infer<typeof manifestSchema>) {
  return {
    agentView: features.agent_view !== undefined,
    scopes: oauth_config.scopes.bot ?? [],
    events: settings.event_subscriptions.bot_events,
  };
}

/** An app that is made from manifest.agent.json. */
export const agentApp = appOf(readManifest("manifest.agent.json").manifest);
