import assert from "node:assert/strict";
import { styles } from "./styles";

/** The color variables of one block of the sheet. */
function palette(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, color]) => [name ?? "", color ?? ""]),
  );
}

/** Contrast of two colors by WCAG 2.2. */
function contrast(a: string, b: string): number {
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = parseInt(color.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe("colors of the report", () => {
  const [light = "", dark = ""] = styles.match(/:root \{[^}]*\}/g) ?? [];

  for (const [theme, block] of [
    ["light", light],
    ["dark", dark],
  ] as const) {
    it(`can be read on every ground of the ${theme} theme (WCAG AA)`, () => {
      const colors = palette(block);
      const pairs = ["ink", "quiet", "accent", "good", "warn", "bad"].flatMap((text) =>
        ["ground", "card", "soft"].map((ground) => [text, ground] as const),
      );
      for (const [text, ground] of [
        ...pairs,
        ["bad", "bad-soft"],
        ["warn", "warn-soft"],
        ["good", "good-soft"],
      ] as const) {
        const ratio = contrast(colors.get(text) ?? "#000000", colors.get(ground) ?? "#000000");
        assert.ok(ratio >= 4.5, `${text} on ${ground}: ${ratio.toFixed(2)}`);
      }
    });
  }
});
