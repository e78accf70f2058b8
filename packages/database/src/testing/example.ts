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

/** A replica in another Region, with the master password that it asks for. */
export const recovery = {
  rotatedMaster: {
    initialPassword: "Initial-Password-0123456789",
    rotationFunctionArn: "arn:aws:lambda:us-east-1:111122223333:function:rotate",
  },
  replica: {
    region: "us-west-2",
    network: { vpcId: "vpc-9a8b7c6d", dataSubnetIds: ["subnet-9a8b7c6d", "subnet-5e4f3a2b"] },
    key: { arn: "arn:aws:kms:us-west-2:111122223333:key/44444444-4444-4444-8444-444444444444" },
    logsKey: { arn: "arn:aws:kms:us-west-2:111122223333:key/66666666-6666-4666-8666-666666666666" },
    alarmTopicArn: "arn:aws:sns:us-west-2:111122223333:alarms",
  },
} satisfies Partial<PostgresInstanceArgs>;

/** A program with one database. */
export function database(args: Partial<PostgresInstanceArgs> = {}, name = "db"): () => void {
  return () => {
    new PostgresInstance(name, { ...required, ...args });
  };
}
