import type { Incoming } from "../../platform/incoming.ts";

/** What a person wrote in an event, field by field. */
export function eventTexts({ input }: Pick<Incoming, "input">): readonly string[] {
  switch (input.kind) {
    case "question":
      return [input.text, ...(input.links ?? []).flatMap(({ label, url }) => [label, url])];
    case "submit":
      return Object.values(input.values);
    case "press":
    case "open":
      return [];
  }
}

/** The event with a function applied to each text that a person wrote. */
export function mapEventText(incoming: Incoming, change: (text: string) => string): Incoming {
  const { input } = incoming;
  switch (input.kind) {
    case "question": {
      const links = input.links?.map(({ label, url }) => ({ label: change(label), url: change(url) }));
      return { ...incoming, input: { ...input, text: change(input.text), ...(links && { links }) } };
    }
    case "submit": {
      const values = Object.entries(input.values).map(([field, value]) => [field, change(value)]);
      return { ...incoming, input: { ...input, values: Object.fromEntries(values) } };
    }
    case "press":
    case "open":
      return incoming;
  }
}
