import type { CacheArgs } from "../args";
import { Cache } from "../cache";

const key = (id: string) => ({ arn: `arn:aws:kms:us-east-1:111122223333:key/${id}` });

/** The required arguments and nothing else. */
export const required: CacheArgs = {
  network: { vpcId: "vpc-0a1b2c3d", dataSubnetIds: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"] },
  key: key("11111111-1111-4111-8111-111111111111"),
  logsKey: key("22222222-2222-4222-8222-222222222222"),
};

/** A program with one cache. */
export function cache(args: Partial<CacheArgs> = {}, name = "sessions"): () => void {
  return () => {
    new Cache(name, { ...required, ...args });
  };
}
