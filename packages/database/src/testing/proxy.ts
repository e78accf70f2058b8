import type { DatabaseProxyArgs } from "../proxy/args";
import { DatabaseProxy } from "../proxy/database-proxy";
import { required } from "./example";

/** One password. */
export const proxySecret = {
  secretArn: "arn:aws:secretsmanager:us-east-1:111122223333:secret:records/app-AbCdEf",
  key: required.secretsKey,
};

/** The required arguments and one user. */
export const proxyArgs: DatabaseProxyArgs = {
  network: required.network,
  logsKey: required.logsKey,
  database: {
    identifier: "records",
    resourceId: "db-ABCDEFGHIJKL",
    securityGroupId: "sg-0123456789abcdef0",
    port: 5432,
  },
  users: ["app"],
};

/** A program with one proxy. */
export function proxy(args: Partial<DatabaseProxyArgs> = {}): () => void {
  return () => {
    new DatabaseProxy("pool", { ...proxyArgs, ...args });
  };
}
