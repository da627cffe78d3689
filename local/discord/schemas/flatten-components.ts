import type { AnyComponent } from "./components.ts";

export interface PlacedComponent {
  readonly component: AnyComponent;
  /** The path from the message's `components`. */
  readonly path: readonly (string | number)[];
}

/** All components of a message, nested ones included, in display order. */
export function flattenComponents(components: readonly AnyComponent[]): readonly PlacedComponent[] {
  return components.flatMap((component, at) => [
    { component, path: [at] },
    ...childrenOf(component).map(({ component: inner, path }) => ({ component: inner, path: [at, ...path] })),
  ]);
}

function childrenOf(component: AnyComponent): readonly PlacedComponent[] {
  const { type } = component;
  switch (type) {
    case 1:
    case 17:
      return withPathPrefix(flattenComponents(component.components), "components");
    case 9:
      return [
        ...withPathPrefix(flattenComponents(component.components), "components"),
        { component: component.accessory, path: ["accessory"] },
      ];
    case 2:
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
    case 10:
    case 11:
    case 12:
    case 13:
    case 14:
      return [];
  }
}

function withPathPrefix(placed: readonly PlacedComponent[], field: string): readonly PlacedComponent[] {
  return placed.map(({ component, path }) => ({ component, path: [field, ...path] }));
}

/** The concatenated content of all text displays. */
export function displayTextOf(components: readonly AnyComponent[]): string {
  return flattenComponents(components)
    .map(({ component }) => (component.type === 10 ? component.content : ""))
    .join("");
}
