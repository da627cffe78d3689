import type { AnyComponent } from "../schemas/components.ts";

type Wire = Readonly<Record<string, unknown>>;

/** Components as Discord's JSON has them: each with an id of its own, counted where the app gave none. */
export function componentsToWire(components: readonly AnyComponent[]): readonly Wire[] {
  let last = 0;
  const number = (component: AnyComponent): Wire => {
    last += 1;
    const { id = last, ...fields } = component;
    return { ...defaultsOf(component), ...dropUndefined(fields), id, ...nested(component, number) };
  };
  return components.map(number);
}

/** What stands in for what the app left out: components/reference */
function defaultsOf({ type }: AnyComponent): Wire {
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

function nested(component: AnyComponent, number: (component: AnyComponent) => Wire): Wire {
  switch (component.type) {
    case 1:
    case 17:
      return { components: component.components.map(number) };
    case 9:
      return { components: component.components.map(number), accessory: number(component.accessory) };
    case 11:
      return { media: mediaToWire(component.media) };
    case 12:
      return {
        items: component.items.map(({ media, description = null, spoiler = false }) => ({
          media: mediaToWire(media),
          description,
          spoiler,
        })),
      };
    case 13:
      return { file: mediaToWire(component.file) };
    default:
      return {};
  }
}

/** components/reference#unfurled-media-item */
function mediaToWire({ url }: { readonly url: string }): Wire {
  return { id: "0", url, proxy_url: url };
}

export function dropUndefined(fields: object): Wire {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
