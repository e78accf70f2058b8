import type { HipaaWebApplicationArgs } from "../args";

/** CloudFront as the front. */
export const frontExample: Pick<HipaaWebApplicationArgs, "distribution"> = {
  distribution: { originDomainName: "origin.clinic.example.com" },
};
