import { findLocale, type Locale } from "../answer/locale.ts";
import { unexpiredDrafts } from "../cases/draft.ts";
import type { Team, Turn } from "../conversation/types.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Incoming } from "../platform/incoming.ts";
import { isCrowded, type Session } from "./session/session.ts";

/**
 * An event and its session as the conversation takes them.
 * @param about.teamLocale the team's language, if there is a team
 * @param about.relaysAll whether replies in the team's thread are passed on without a mention
 */
export function toTurn(
  incoming: Incoming,
  about: Session & Pick<Turn, "locale" | "now" | "teamName"> & AboutTeam,
): Turn {
  const { id, input, person, name, address, addressed, mode, place } = incoming;
  const { owner, chosen, locale, now, drafts, teamLocale, teamName } = about;
  return {
    id,
    input,
    person,
    ...(name !== undefined && { name }),
    address,
    addressed,
    place,
    now,
    locale,
    ...(mode && { mode }),
    ...(owner !== undefined && { owner }),
    ...(chosen && { chosen }),
    ...(isCrowded(incoming, about) && { isCrowded: true }),
    ...(drafts && { drafts: unexpiredDrafts(drafts, now) }),
    ...(teamName !== undefined && { teamName }),
    ...(teamLocale && { team: toTeam(teamLocale, about) }),
  };
}

interface AboutTeam {
  readonly teamLocale?: Locale;
  readonly relaysAll?: boolean;
}

function toTeam(
  locale: Locale,
  { handover, earlier, isForgotten, isTeamSide, relaysAll }: Session & AboutTeam,
): Team {
  return {
    locale,
    ...(handover && { handover, earlier }),
    ...(isForgotten && { isForgotten }),
    ...(isTeamSide && { isTeamSide }),
    ...(relaysAll && { relaysAll }),
  };
}

/** The language of the place or the person, as the platform names it, if it is available; otherwise the default. */
export function placeLocale({ strings }: Knowledge, { locale }: Incoming, defaultLocale: Locale): Locale {
  return findLocale(strings.keys(), locale) ?? defaultLocale;
}
