import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import type { AnyComponent } from "../../../local/discord/schemas/components.ts";
import type { DiscordMessage } from "../../discord/view.ts";
import { Link } from "../link.tsx";
import { useStrings } from "../page-strings.ts";
import { PickMenu } from "../pick-menu.tsx";
import { FileName } from "../pictures/attached-file.tsx";
import { DiscordContext } from "./discord-context.ts";
import { Markdown, Spoiler } from "./marks.tsx";
import { SelectMenu } from "./select-menu.tsx";

interface Props {
  readonly components: readonly AnyComponent[];
  readonly message: DiscordMessage;
}

/** The components of a message, classic or V2, rendered from the payload: components/reference */
export function Components({ components, message }: Props): JSX.Element {
  return (
    <>
      {components.map((component, at) => (
        <ComponentView key={at} component={component} message={message} />
      ))}
    </>
  );
}

interface ComponentProps<T = AnyComponent> {
  readonly component: T;
  readonly message: DiscordMessage;
}

function ComponentView({ component, message }: ComponentProps): JSX.Element {
  switch (component.type) {
    case 1:
      return (
        <div class="row">
          <Components components={component.components} message={message} />
        </div>
      );
    case 2:
      return <ButtonView component={component} message={message} />;
    case 3:
      return <MessageSelect component={component} message={message} />;
    case 5:
    case 6:
    case 7:
    case 8:
      return <EntitySelect placeholder={component.placeholder ?? undefined} />;
    case 9:
      return (
        <div class="section">
          <div>
            <Components components={component.components} message={message} />
          </div>
          <ComponentView component={component.accessory} message={message} />
        </div>
      );
    case 10:
      return <Markdown text={component.content} />;
    case 11:
      return <Picture description={component.description} isHidden={component.spoiler} />;
    case 12:
      return (
        <div class="gallery">
          {component.items.map(({ description, spoiler }, at) => (
            <Picture key={at} description={description} isHidden={spoiler} />
          ))}
        </div>
      );
    case 13:
      return <FileView url={component.file.url} message={message} />;
    case 14:
      return component.divider === false ? (
        <div class={`space size-${component.spacing ?? 1}`} />
      ) : (
        <hr class={`size-${component.spacing ?? 1}`} />
      );
    case 17:
      return <Container component={component} message={message} />;
  }
}

function Container({
  component,
  message,
}: ComponentProps<Extract<AnyComponent, { readonly type: 17 }>>): JSX.Element {
  const { accent_color: accent, spoiler, components } = component;
  const colour =
    accent === undefined || accent === null ? undefined : `#${accent.toString(16).padStart(6, "0")}`;
  const inside = <Components components={components} message={message} />;
  return (
    <div class="container" style={colour && { borderLeftColor: colour }}>
      {spoiler ? <Spoiler>{inside}</Spoiler> : inside}
    </div>
  );
}

const styles = ["", "primary", "secondary", "success", "danger", "link"];

function ButtonView({
  component,
  message,
}: ComponentProps<Extract<AnyComponent, { readonly type: 2 }>>): JSX.Element {
  const { act } = useContext(DiscordContext);
  const { label, emoji, custom_id: id, url, disabled } = component;
  const shown = [emoji?.name, label].filter(Boolean).join(" ");
  if (url !== undefined && url !== null) {
    return (
      <Link url={url} class="dc-button link">
        {shown} <span aria-hidden="true">↗</span>
      </Link>
    );
  }
  return (
    <button
      type="button"
      class={`dc-button ${styles[component.style] ?? "secondary"}`}
      data-token={id}
      disabled={disabled === true}
      onClick={() => act({ kind: "presses", message: toReference(message), button: id ?? "" })}
    >
      {shown}
    </button>
  );
}

function MessageSelect({
  component,
  message,
}: ComponentProps<Extract<AnyComponent, { readonly type: 3 }>>): JSX.Element {
  const { act } = useContext(DiscordContext);
  const strings = useStrings();
  const { options, max_values: max, placeholder, disabled } = component;
  const pick = (values: readonly string[]) =>
    act({
      kind: "picks",
      message: toReference(message),
      select: component.custom_id,
      options: [...values],
    });
  if ((max ?? 1) > 1) return <SelectMenu select={component} onPick={pick} />;
  return (
    <PickMenu
      class="dc-field"
      label={placeholder ?? strings.chooseOption}
      groups={[
        { options: options.map(({ value, label, description }) => ({ id: value, label, description })) },
      ]}
      chosen={options.find((option) => option.default === true)?.value}
      isDisabled={disabled === true}
      onPick={(value) => pick([value])}
    />
  );
}

/** A select for people, roles or channels, which the page does not support. */
export function EntitySelect({ placeholder }: { readonly placeholder: string | undefined }): JSX.Element {
  const strings = useStrings();
  return (
    <select class="dc-field" disabled aria-label={placeholder ?? strings.cantChooseHere}>
      <option>{placeholder ?? strings.cantChooseHere}</option>
    </select>
  );
}

interface PictureProps {
  readonly description: string | null | undefined;
  readonly isHidden: boolean | null | undefined;
}

/** Pictures are not fetched: their description is shown. */
function Picture({ description, isHidden }: PictureProps): JSX.Element {
  const strings = useStrings();
  const shown = <span class="picture">{description ?? strings.picture}</span>;
  return isHidden ? <Spoiler>{shown}</Spoiler> : shown;
}

function FileView({ url, message }: { readonly url: string; readonly message: DiscordMessage }): JSX.Element {
  const name = url.replace("attachment://", "");
  const found = message.attachments.find(({ filename }) => filename === name);
  return <FileName name={name} size={found?.size} />;
}

function toReference({ channel, id }: DiscordMessage): { channel: string; id: string } {
  return { channel, id };
}
