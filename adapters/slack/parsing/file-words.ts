import { isObject, type Json, textOf } from "./json.ts";

/** Text that was pasted, posts, and forwarded mail: reference/objects/file-object, mode. */
const textModes = ["snippet", "post", "space", "email"];
const untitled = /^untitled\b/i;

/** The words of a file: the beginning of a pasted text with its title, or what somebody said in a voice clip. */
export function fileWords(file: Json): string {
  if (!isText(file)) return transcript(file);
  const { title, name, subject, plain_text: mail, preview } = file;
  const heading = textOf(subject) || (title === name || untitled.test(textOf(title)) ? "" : textOf(title));
  return [heading, textOf(mail) || textOf(preview)].filter(Boolean).join("\n");
}

/** Whether a file is neither text nor sound, so that it has to be looked at. */
export function isPicture(file: Json): boolean {
  return !isText(file) && !isSound(file);
}

function isText({ mode, mimetype }: Json): boolean {
  return textModes.includes(textOf(mode)) || textOf(mimetype).startsWith("text/");
}

/** Voice and video clips have a subtype, whatever their mimetype. */
function isSound({ subtype, mimetype }: Json): boolean {
  return subtype === "slack_audio" || subtype === "slack_video" || textOf(mimetype).startsWith("audio/");
}

/** `transcription: { status: "complete", preview: { content } }` */
function transcript({ transcription }: Json): string {
  if (!isObject(transcription) || !isObject(transcription.preview)) return "";
  return textOf(transcription.preview.content);
}
