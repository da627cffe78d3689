import { dropUndefined } from "../../shared/drop-undefined.ts";
import type { AnyComponent } from "../schemas/components.ts";
import type { DiscordPayload } from "./payload.ts";

/** Components with ids: those without one are numbered, as on Discord. */
export function toComponentPayloads(components: readonly AnyComponent[]): readonly DiscordPayload[] {
  let last = 0;
  const withId = (component: AnyComponent): DiscordPayload => {
    last += 1;
    const { id = last, ...fields } = component;
    return { ...defaultsOf(component), ...dropUndefined(fields), id, ...nested(component, withId) };
  };
  return components.map(withId);
}

/** The defaults for fields that the app left out: components/reference */
function defaultsOf({ type }: AnyComponent): DiscordPayload {
  switch (type) {
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return { min_values: 1, max_values: 1 };
    case 14:
      return { divider: true, spacing: 1 };
    case 17:
      return { accent_color: null, spoiler: false };
    case 11:
    case 13:
      return { spoiler: false, ...(type === 11 ? { description: null } : { name: null, size: null }) };
    case 1:
    case 2:
    case 9:
    case 10:
    case 12:
      return {};
  }
}

function nested(
  component: AnyComponent,
  withId: (component: AnyComponent) => DiscordPayload,
): DiscordPayload {
  switch (component.type) {
    case 1:
    case 17:
      return { components: component.components.map(withId) };
    case 9:
      return { components: component.components.map(withId), accessory: withId(component.accessory) };
    case 11:
      return { media: toMediaPayload(component.media) };
    case 12:
      return {
        items: component.items.map(({ media, description = null, spoiler = false }) => ({
          media: toMediaPayload(media),
          description,
          spoiler,
        })),
      };
    case 13:
      return { file: toMediaPayload(component.file) };
    default:
      return {};
  }
}

/** components/reference#unfurled-media-item */
function toMediaPayload({ url }: { readonly url: string }): DiscordPayload {
  return { id: "0", url, proxy_url: url };
}
