import { commandName, label, names, part, plainText, sentence, title } from "./language-fields.ts";

/** Strings of the platforms' own surfaces: see platform/surface-strings.ts. */
export const surfaceStrings = part({
  chosen: label(),
  search: title,
  searchHint: title,
  cantShare: sentence,
  formFailed: sentence,
  formHint: sentence,
  formLeft: sentence,
  formInvalid: sentence,
  formCorrect: label(),
  formFollows: sentence,
  formContinue: label(),
  command: part({ description: title, option: commandName, optionHint: title, find: plainText(32) }),
  sharedBy: plainText(100, "{person}"),
  sentDirectly: sentence,
  directClosed: sentence,
  sentInstead: sentence,
  cantPost: sentence,
  cantRead: sentence,
  panel: sentence,
  panelAsk: label(),
  panelTopics: label(),
  solvedTags: names,
  markedSolved: plainText(100, "{person}"),
});
