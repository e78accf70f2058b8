import type * as pulumi from "@pulumi/pulumi";
import { Cache, ServerlessCache } from "@hipaa-aws/cache";
import type { KeyRing } from "@hipaa-aws/keys";
import type { FargateServiceConnectionArgs, ServiceCacheAccessArgs } from "@hipaa-aws/service";
import type { HipaaWebApplicationArgs } from "./args";
import type { ApplicationNetwork } from "./network";

/** What the application needs to know of its cache, whichever it is. */
export interface ApplicationCache {
  readonly address: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  /** Name that tokens for the sign-in by IAM name. */
  readonly name: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  readonly userName: pulumi.Output<string>;
  readonly userArn: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;
  /** Port of reads from replicas, where it is another one. */
  readonly readerPort: pulumi.Output<number> | undefined;
}

/** What the cache is wired to. */
export interface CacheSurroundings {
  readonly network: ApplicationNetwork;
  readonly keys: KeyRing;
  readonly alarmTopicArn: pulumi.Output<string>;
}

/** Creates the cache: nodes of a size, or one that grows and shrinks by itself. */
export function createCache(
  name: string,
  { cache: { serverless, ...nodes } = {}, tags }: HipaaWebApplicationArgs,
  { network, keys, alarmTopicArn }: CacheSurroundings,
  parent: pulumi.Resource,
): ApplicationCache {
  const shared = { network, key: keys.cache, alarmTopicArn, tags };
  if (serverless === undefined) {
    const cache = new Cache(`${name}-cache`, { ...shared, logsKey: keys.logs, ...nodes }, { parent });
    const { port, userName, userArn, securityGroupId } = cache;
    return {
      ...{ port, userName, userArn, securityGroupId },
      address: cache.primaryEndpoint,
      name: cache.replicationGroupId,
      arn: cache.replicationGroupArn,
      readerPort: undefined,
    };
  }
  const cache = new ServerlessCache(`${name}-cache`, { ...shared, ...serverless }, { parent });
  const { port, readerPort, userName, userArn, securityGroupId } = cache;
  return {
    ...{ port, readerPort, userName, userArn, securityGroupId },
    address: cache.endpoint,
    name: cache.cacheName,
    arn: cache.cacheArn,
  };
}

/** Sign-in by IAM as the application's user. */
export function cacheAccess({ securityGroupId, port, arn, userArn }: ApplicationCache): ServiceCacheAccessArgs[] {
  return [{ name: "cache", cache: { securityGroupId, port, replicationGroupArn: arn, userArn } }];
}

/** The way to replicas, where it is another port. */
export function cacheConnections({ securityGroupId, readerPort }: ApplicationCache): FargateServiceConnectionArgs[] {
  return readerPort === undefined ? [] : [{ name: "cache-reader", securityGroupId, port: readerPort }];
}

/** Names and addresses; there is no password. */
export function cacheEnvironment({
  address,
  port,
  name,
  userName,
}: ApplicationCache): Record<string, pulumi.Input<string>> {
  return { CACHE_HOST: address, CACHE_PORT: port.apply(String), CACHE_NAME: name, CACHE_USER: userName };
}
