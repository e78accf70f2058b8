import { recordProgram, type RecordOptions, type ResourceState } from "@hipaa-aws/simulated-aws";
import type { HipaaWebApplicationArgs } from "../args";
import { HipaaWebApplication } from "../hipaa-web-application";

/** An image of the account's registry. */
export const image = (name: string) => `111122223333.dkr.ecr.us-east-1.amazonaws.com/${name}:1.4.2`;

/** The same by its digest, as functions ask for it. */
export const functionImage = (name: string) => `${image(name).replace(":1.4.2", "")}@sha256:${"0".repeat(64)}`;

/** The fewest arguments. */
export const required: HipaaWebApplicationArgs = {
  domainName: "clinic.example.com",
  internalDomainName: "internal.clinic.example.com",
  hostedZoneId: "Z0123456789ABC",
  network: { cidrBlock: "10.20.0.0/16" },
  web: { image: image("web") },
  app: { image: image("app") },
};

/** The resources of an application with these arguments beside the required ones. */
export async function record(
  args: Partial<HipaaWebApplicationArgs> = {},
  options: RecordOptions = {},
): Promise<ResourceState[]> {
  const program = () => {
    new HipaaWebApplication("clinic", { ...required, ...args });
  };
  return (await recordProgram(program, { mode: "update", ...options })).resources;
}
