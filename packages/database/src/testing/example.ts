import type { PostgresInstanceArgs } from "../args";
import { PostgresInstance } from "../postgres-instance";

const key = (id: string) => ({ arn: `arn:aws:kms:us-east-1:111122223333:key/${id}` });

/** The required arguments and nothing else. */
export const required = {
  network: { vpcId: "vpc-0a1b2c3d", dataSubnetIds: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"] },
  key: key("11111111-1111-4111-8111-111111111111"),
  logsKey: key("22222222-2222-4222-8222-222222222222"),
  secretsKey: key("33333333-3333-4333-8333-333333333333"),
} satisfies PostgresInstanceArgs;

const topic = (name: string) => `arn:aws:sns:us-east-1:111122223333:${name}`;

/** Every optional child switched on. */
export const everything: PostgresInstanceArgs = {
  ...required,
  alarmTopicArn: topic("alarms"),
  eventTopicArn: topic("events"),
  backupReplication: {
    region: "us-west-2",
    key: { arn: "arn:aws:kms:us-west-2:111122223333:key/44444444-4444-4444-8444-444444444444" },
  },
};

/** A program with one database. */
export function database(args: Partial<PostgresInstanceArgs> = {}, name = "db"): () => void {
  return () => {
    new PostgresInstance(name, { ...required, ...args });
  };
}
