import type { JSX } from "preact";
import { useContext, useState } from "preact/hooks";
import type { DiscordChannel } from "../../discord/view.ts";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import { PictureButton, PictureTray, pastedPictures } from "../pictures/picture-tray.tsx";
import { usePictures, withPictures } from "../pictures/use-pictures.ts";
import { UnreadBadge } from "../unread-badge.tsx";
import { DiscordContext } from "./discord-context.ts";

type ForumChannel = Extract<DiscordChannel, { readonly kind: "forum" }>;

interface Props {
  readonly forum: ForumChannel;
  readonly onOpen: (thread: string) => void;
}

/** A forum: its posts, and a form for a new one. */
export function Forum({ forum, onOpen }: Props): JSX.Element {
  const strings = useStrings();
  const { view, marks } = useContext(DiscordContext);
  const [isWriting, setWriting] = useState(false);
  const posts = view.channels
    .flatMap((one) => (one.kind === "thread" && one.parent === forum.id ? [one] : []))
    .reverse();
  const tagOf = (id: string) => forum.tags.find((tag) => tag.id === id)?.name ?? id;
  return (
    <div class="messages forum" role="region" aria-label={forum.name} tabIndex={0}>
      {isWriting ? (
        <NewPost forum={forum} onDone={() => setWriting(false)} />
      ) : (
        <button type="button" class="dc-button primary" onClick={() => setWriting(true)}>
          {strings.newPost}
        </button>
      )}
      {posts.length === 0 && <p class="quiet">{strings.noPosts}</p>}
      <ul class="posts">
        {posts.map(({ id, name, tags, messages, isArchived, isLocked }) => (
          <li key={id}>
            <button type="button" onClick={() => onOpen(id)}>
              <span class="tags">
                {tags.map((tag) => (
                  <span key={tag}>{tagOf(tag)}</span>
                ))}
                {isArchived && <span>{strings.archived}</span>}
                {isLocked && <span>{strings.locked}</span>}
              </span>
              <strong>{name}</strong>
              <span class="quiet">{messages[0]?.content}</span>
              <span class="quiet">
                <Icon name="thread" /> {Math.max(0, messages.length - 1)}
                <UnreadBadge mark={marks.of(id)} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NewPost({
  forum,
  onDone,
}: {
  readonly forum: ForumChannel;
  readonly onDone: () => void;
}): JSX.Element {
  const strings = useStrings();
  const { act } = useContext(DiscordContext);
  const pictures = usePictures(strings);
  const post = async (form: HTMLFormElement) => {
    const data = new FormData(form);
    const did = await act({
      kind: "posts",
      forum: forum.id,
      title: String(data.get("title")),
      text: String(data.get("text")),
      tags: data.getAll("tags").map(String),
      ...withPictures(await pictures.take()),
    });
    if (did.kind === "done") onDone();
  };
  return (
    <form
      class="new-post"
      onSubmit={(event) => {
        event.preventDefault();
        void post(event.currentTarget);
      }}
    >
      <label>
        {strings.postTitle}
        <input class="dc-field" name="title" maxLength={100} required autocomplete="off" />
      </label>
      <label>
        {strings.postText}
        <textarea
          class="dc-field"
          name="text"
          rows={3}
          maxLength={2000}
          required
          onPaste={(event) => pictures.add(pastedPictures(event))}
        />
      </label>
      <div class="row">
        <PictureTray pictures={pictures} />
        <PictureButton pictures={pictures} />
      </div>
      <fieldset class="dc-choices">
        <legend>{strings.tags}</legend>
        {forum.tags
          .filter(({ isModerated }) => !isModerated)
          .map(({ name }) => (
            <label key={name}>
              <input type="checkbox" name="tags" value={name} /> {name}
            </label>
          ))}
      </fieldset>
      <div class="row">
        <button type="submit" class="dc-button primary">
          {strings.post}
        </button>
        <button type="button" class="dc-button secondary" onClick={onDone}>
          {strings.cancel}
        </button>
      </div>
    </form>
  );
}
