import type { JSX } from "preact";
import { useContext, useEffect } from "preact/hooks";
import { useStrings } from "../page-strings.ts";
import { Blocks } from "./blocks.tsx";
import { SlackContext } from "./slack-context.ts";

/** App Home. Opening it tells the app, which then publishes what it shows. */
export function Home(): JSX.Element {
  const strings = useStrings();
  const { view, act } = useContext(SlackContext);
  const { me, home } = view;
  useEffect(() => void act({ kind: "opensHome", tab: "home" }), [me]);
  return (
    <div class="messages home" role="region" aria-label={strings.home} tabIndex={0}>
      {home ? (
        <Blocks
          blocks={home.body.blocks}
          target={{ view: home.id }}
          values={home.values}
          errors={home.errors}
        />
      ) : (
        <p class="quiet">{strings.homeEmpty}</p>
      )}
    </div>
  );
}
