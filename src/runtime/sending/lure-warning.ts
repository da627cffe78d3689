import { findLocale, type Locale } from "../../answer/locale.ts";
import { createReplyContext } from "../../conversation/replies/context.ts";
import { tellTeamOfLure, warnOfLure } from "../../conversation/replies/warn-lure.ts";
import { stateSchema } from "../../conversation/state.ts";
import type { Responder } from "../../conversation/types.ts";
import type { Logger } from "../../lib/logger.ts";
import { parseJson } from "../../lib/parse-json.ts";
import { shorten } from "../../lib/shorten.ts";
import { withTimeout } from "../../lib/with-timeout.ts";
import type { Address, Incoming } from "../../platform/incoming.ts";
import { addressSchema } from "../../platform/incoming.ts";
import { mask } from "../../safety/mask.ts";
import type { SetOptions, Store } from "../../store/store.ts";
import { storeTimeoutMs } from "../runtime-options.ts";
import type { Session } from "../session/session.ts";
import { helperKey, localeKey, lureKey, ownerAddressKey, stateKey } from "../session/session-keys.ts";
import { sessionTtlMs } from "../session/session-writes.ts";
import type { SendApart } from "./send-apart.ts";

/**
 * Warns the person who asked, once in a conversation, of another person's reply that looks like fake support. Whatever
 * fails is logged and changes nothing else of the event.
 * @param locale the language if the asker has none
 */
export type WarnOfLures = (incoming: Incoming, session: Session, locale: Locale) => Promise<void>;

interface LureWarningOptions {
  readonly store: Store;
  readonly responder: () => Responder;
  readonly sendApart: SendApart;
  readonly log: Logger;
  /** Where the team is told, in its language; absent if it does not want to know. */
  readonly team: () => { readonly address: Address; readonly locale: Locale } | undefined;
}

/** Maximum characters of a lure that the team is shown. */
const maxShownCharacters = 500;

export function createLureWarning({
  store,
  responder,
  sendApart,
  log,
  team,
}: LureWarningOptions): WarnOfLures {
  const get = (key: string) => withTimeout(storeTimeoutMs, store.get(key));
  const set = (key: string, value: string, options: SetOptions) =>
    withTimeout(storeTimeoutMs, store.set(key, value, options));

  /** Of the asker; their language as they last spoke here, or chose it anywhere. */
  const localeOf = async (asker: Pick<Incoming, "conversation" | "person">, fallback: Locale) => {
    const available = [...responder().knowledge.strings.keys()];
    const state = await get(stateKey(asker));
    const chosen = await get(localeKey(asker));
    const spoken = state && parseJson(state.value, stateSchema)?.locale;
    return findLocale(available, chosen?.value) ?? findLocale(available, spoken) ?? fallback;
  };

  /** Without an address, since an earlier version kept none, everybody in the thread is told. */
  const warnAsker = async (incoming: Incoming, owner: string, fallback: Locale): Promise<boolean> => {
    const { id, conversation } = incoming;
    const stored = await get(ownerAddressKey(incoming));
    const address = stored && parseJson(stored.value, addressSchema);
    const locale = await localeOf({ conversation, person: owner }, fallback);
    const warning = warnOfLure(createReplyContext(responder().knowledge, locale));
    const key = `${id}/lure`;
    return address
      ? sendApart(address, warning, { audience: "asker", pointer: warning, key })
      : sendApart(incoming.address, warning, { audience: "all", key });
  };

  const tellTeam = async ({ id, person, name, conversation }: Incoming, text: string): Promise<void> => {
    const channel = team();
    if (!channel) return;
    const context = createReplyContext(responder().knowledge, channel.locale);
    const writer = name === undefined ? person : `${mask(name)} (${person})`;
    const answer = tellTeamOfLure(context, { writer, conversation, text });
    await sendApart(channel.address, answer, { audience: "all", key: `${id}/lure-team` });
  };

  const warn = async (incoming: Incoming, { owner, isTeamSide }: Session, locale: Locale) => {
    const { id, input, person } = incoming;
    if (owner === undefined || input.kind !== "question" || isTeamSide) return;
    if (!isByStranger(incoming, owner)) return;
    const lure = responder().recogniseLure(input);
    if (!lure || (await get(helperKey(person)))) return;
    if (!(await claim(incoming))) return;
    log.info({ event: id, lure }, "lure: the asker is warned");
    if (!(await warnAsker(incoming, owner, locale))) await set(lureKey(incoming), "", { ttl: 1 });
    await tellTeam(incoming, shorten(mask(input.text), maxShownCharacters));
  };

  /** Marks the conversation as warned; whether this event may warn, also when it is processed once more. */
  const claim = async (incoming: Incoming): Promise<boolean> => {
    const isFirst = await set(lureKey(incoming), incoming.id, { ttl: sessionTtlMs, ifVersion: 0 });
    return isFirst || (await get(lureKey(incoming)))?.value === incoming.id;
  };

  return async (incoming, session, locale) => {
    await warn(incoming, session, locale).catch((error: unknown) => {
      log.error({ err: error, event: incoming.id }, "lure: warning failed");
    });
  };
}

/** Whether somebody writes to another person in a channel, without being in charge there. */
function isByStranger({ place, person, begunBy, isModerator }: Incoming, owner: string): boolean {
  return place === "channel" && person !== owner && person !== begunBy && isModerator !== true;
}
