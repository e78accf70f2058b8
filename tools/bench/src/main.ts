import { findPulumi, Unavailable } from "@hipaa-aws/engine";
import { growth, sandboxAgainstEngine, threeAgainstOne } from "./host-figures";
import { addedByPack, judgingGrows, packMemory, packStartUp } from "./pack-figures";
import type { Outcome } from "./rounds";

const figures: Readonly<Record<string, { readonly measure: () => Outcome[]; readonly onEngine?: boolean }>> = {
  "sandbox against engine": { measure: sandboxAgainstEngine, onEngine: true },
  "three environments": { measure: threeAgainstOne },
  growth: { measure: growth },
  "pack start-up": { measure: packStartUp },
  "added by the pack": { measure: addedByPack, onEngine: true },
  "judging grows": { measure: judgingGrows },
  "pack memory": { measure: packMemory, onEngine: true },
};

/**
 * `npm run bench [-- <part of a name>]`: measures, holds each figure against its limit, and fails when one is missed.
 * Every figure is a median of rounds that take turns.
 */
async function main(wanted = ""): Promise<void> {
  const pulumi = await findPulumi({ onProgress: (text) => console.error(text) });
  let allMet = true;
  for (const [name, { measure, onEngine }] of Object.entries(figures)) {
    if (!name.includes(wanted)) continue;
    if (onEngine && pulumi instanceof Unavailable) {
      console.log(`not measured  ${name}: ${pulumi.reason}`);
      continue;
    }
    for (const { what, figure, limit, met } of measure()) {
      console.log(`${met ? "met   " : "MISSED"}  ${what}: ${figure} (limit ${limit})`);
      allMet &&= met;
    }
  }
  process.exit(allMet ? 0 : 1);
}

void main(process.argv[2]);
