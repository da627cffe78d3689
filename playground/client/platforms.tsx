import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { discordActs, slackActs } from "./ask-server.ts";
import { Discord } from "./discord/discord.tsx";
import type { Views } from "./live.ts";
import { useStrings } from "./page-strings.ts";
import { PlainView } from "./plain-view.tsx";
import { Slack } from "./slack/slack.tsx";
import type { WithToast } from "./use-toast.ts";

// How each platform is drawn. One that is not here is shown as plain data.

/** The platforms that have a drawing. */
const drawn = ["slack", "discord"];

export function isDrawn(platform: string): boolean {
  return drawn.includes(platform);
}

/** Somebody's name on a platform, by their id there. */
export function nameIn({ slack, discord }: Views, id: string): string | undefined {
  return slack?.users[id] ?? discord?.users[id]?.name;
}

interface Props {
  readonly platform: string;
  readonly views: Views;
  readonly person: string;
  readonly withToast: WithToast;
  readonly openInspector: (turn: string) => void;
}

/** What a person sees of a platform. */
export function PlatformPanel({
  platform,
  views,
  person,
  withToast,
  openInspector,
}: Props): JSX.Element | undefined {
  const words = useStrings();
  const actOnSlack = useMemo(() => withToast(slackActs(person)), [person, words]);
  const actOnDiscord = useMemo(() => withToast(discordActs(person)), [person, words]);
  switch (platform) {
    case "slack":
      return views.slack && <Slack view={views.slack} act={actOnSlack} openInspector={openInspector} />;
    case "discord":
      return (
        views.discord && <Discord view={views.discord} act={actOnDiscord} openInspector={openInspector} />
      );
    default:
      return <PlainView name={platform} view={views[platform]} />;
  }
}
