import type { AnyComponent } from "./components.ts";

export interface Placed {
  readonly component: AnyComponent;
  /** From the message's `components` to it. */
  readonly path: readonly (string | number)[];
}

/** All components of a message, those inside others too, in the order in which they are shown. */
export function leavesOf(components: readonly AnyComponent[]): readonly Placed[] {
  return components.flatMap((component, at) => [
    { component, path: [at] },
    ...inside(component).map(({ component: inner, path }) => ({ component: inner, path: [at, ...path] })),
  ]);
}

function inside(component: AnyComponent): readonly Placed[] {
  const { type } = component;
  switch (type) {
    case 1:
    case 17:
      return below(leavesOf(component.components), "components");
    case 9:
      return [
        ...below(leavesOf(component.components), "components"),
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

function below(placed: readonly Placed[], field: string): readonly Placed[] {
  return placed.map(({ component, path }) => ({ component, path: [field, ...path] }));
}

/** What text displays say, one after the other. */
export function textOf(components: readonly AnyComponent[]): string {
  return leavesOf(components)
    .map(({ component }) => (component.type === 10 ? component.content : ""))
    .join("");
}
