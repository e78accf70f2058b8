import { recordProgram, type RecordOptions } from "@hipaa-aws/simulated-aws";
import { Vpc, type VpcArgs } from "../index";

/** One recorded resource. */
export type Recorded = Awaited<ReturnType<typeof recordProgram>>["resources"][number];

/** The bucket that most specs give. */
export const flowLogBucket = { bucketArn: "arn:aws:s3:::flow-logs" };

/** The recorded children of one VPC, easy to ask. */
export interface VpcGraph {
  readonly resources: readonly Recorded[];
  /** All resources of a type, given as `ec2/subnet:Subnet`. */
  readonly all: (type: string) => Recorded[];
  /** The resource of a type with this logical name. */
  readonly one: (type: string, name: string) => Recorded;
  /** The logical name behind a URN. */
  readonly nameOf: (urn: string | undefined) => string;
}

/** Records a VPC named `main`. */
export async function vpcGraph(args: Partial<VpcArgs> = {}, options: RecordOptions = {}): Promise<VpcGraph> {
  const { resources } = await recordProgram(
    () => {
      new Vpc("main", { cidrBlock: "10.20.0.0/16", flowLogBucket, ...args });
    },
    { mode: "update", ...options },
  );
  const nameOf = (urn: string | undefined) => urn?.split("::")[3] ?? "";
  const all = (type: string) => resources.filter((resource) => resource.type === `aws:${type}`);
  return {
    resources,
    all,
    nameOf,
    one(type, name) {
      const found = all(type).filter(({ urn }) => nameOf(urn) === name);
      const only = found[0];
      if (!only || found.length > 1) throw new Error(`${found.length} resources ${type} named ${name}`);
      return only;
    },
  };
}
