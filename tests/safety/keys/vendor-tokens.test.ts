import { describe, expect, it } from "vitest";
import { vendorTokens } from "../../../src/safety/keys/vendor-tokens.ts";

describe("the table of vendors' tokens", () => {
  it("names each vendor once, in the order of the alphabet", () => {
    const names = vendorTokens.map(({ vendor }) => vendor);
    expect(names).toEqual([...new Set(names)].sort((a, b) => a.localeCompare(b, "en")));
  });

  it.each(vendorTokens)("says where it is documented: $vendor", ({ source, forms }) => {
    expect(new URL(source).protocol).toBe("https:");
    for (const form of forms) expect(() => new RegExp(form)).not.toThrow();
  });

  it.each(vendorTokens)("takes no word for one of $vendor", ({ forms }) => {
    const any = new RegExp(`^(?:${forms.join("|")})$`);
    for (const word of [
      "password",
      "key-management",
      "secret_access_key",
      "sk-",
      "npm_install",
      "glass-house",
    ])
      expect(word).not.toMatch(any);
  });
});
