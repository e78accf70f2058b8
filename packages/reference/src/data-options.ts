import * as pulumi from "@pulumi/pulumi";
import type { BackupPlanResource } from "@hipaa-aws/backup";
import type { KeyRing } from "@hipaa-aws/keys";
import type { PhiBucket } from "@hipaa-aws/object-storage";
import type {
  FargateServiceConnectionArgs,
  FargateServiceGrantArgs,
  ServiceFileSystemMountArgs,
} from "@hipaa-aws/service";
import {
  analyticsConnections,
  analyticsEndpoints,
  analyticsEnvironment,
  analyticsGrants,
  analyticsPorts,
  createAnalytics,
} from "./analytics";
import type { HipaaWebApplicationArgs } from "./args";
import { enginePorts } from "./database-engines";
import { createFiles, filesEnvironment } from "./files";
import type { ApplicationNetwork } from "./network";
import { createSearch, searchConnections, searchGrants } from "./search";
import { createStreams, streamEndpoints, streamGrants, streamsEnvironment } from "./streams";

/** What the optional stores of data are wired to. */
export interface DataSurroundings {
  readonly network: ApplicationNetwork;
  readonly keys: KeyRing;
  readonly documents: PhiBucket;
  readonly alarmTopicArn: pulumi.Output<string>;
}

/** What the optional stores of data are to the programs of the app tier, the backup plan and the outputs. */
export interface DataOptions {
  readonly mounts: ServiceFileSystemMountArgs[];
  readonly grants: FargateServiceGrantArgs[];
  readonly connections: FargateServiceConnectionArgs[];
  readonly environment: Record<string, pulumi.Input<string>>;
  readonly backups: BackupPlanResource[];
  readonly outputs: DataOutputs;
  /** Tells the stores the roles of app and worker, once there are such. */
  readonly admit: (clientArns: readonly pulumi.Output<string>[]) => void;
}

/** What the application shows of them, empty where there is none. */
export interface DataOutputs {
  readonly fileSystemId: pulumi.Output<string>;
  readonly searchEndpoint: pulumi.Output<string>;
  readonly streamName: pulumi.Output<string>;
  readonly deliveryStreamName: pulumi.Output<string>;
  readonly analyticsAddress: pulumi.Output<string>;
  readonly analyticsSecretArn: pulumi.Output<string>;
  readonly analyticsSecurityGroupId: pulumi.Output<string>;
}

/** Creates files, search, stream, delivery and warehouse, those that are asked for. */
export function createDataOptions(
  name: string,
  args: HipaaWebApplicationArgs,
  surroundings: DataSurroundings,
  parent: pulumi.Resource,
): DataOptions {
  const files = createFiles(name, args, surroundings, parent);
  const search = createSearch(name, args, surroundings, parent);
  const streams = createStreams(name, args, surroundings, parent);
  const analytics = createAnalytics(name, args, surroundings, parent);
  const none = pulumi.output("");
  return {
    mounts: files?.mounts ?? [],
    grants: [
      ...(search ? searchGrants(search) : []),
      ...streamGrants(streams, surroundings),
      ...(analytics ? analyticsGrants(args, analytics) : []),
    ],
    connections: [
      ...(search ? searchConnections(search) : []),
      ...(analytics ? analyticsConnections(args, analytics) : []),
    ],
    environment: {
      ...(files && filesEnvironment(files)),
      ...(search && { SEARCH_ENDPOINT: pulumi.interpolate`https://${search.domain.endpoint}` }),
      ...streamsEnvironment(streams),
      ...(analytics && analyticsEnvironment(args, analytics)),
    },
    backups: [
      ...(files ? [{ name: "files", arn: files.fileSystem.fileSystemArn }] : []),
      ...(analytics ? [{ name: "analytics", arn: analytics.warehouseArn }] : []),
    ],
    outputs: {
      fileSystemId: files?.fileSystem.fileSystemId ?? none,
      searchEndpoint: search?.domain.endpoint ?? none,
      streamName: streams.stream?.streamName ?? none,
      analyticsAddress: analytics?.address ?? none,
      analyticsSecretArn: analytics?.masterSecretArn ?? none,
      analyticsSecurityGroupId: analytics?.securityGroupId ?? none,
      deliveryStreamName: streams.delivery?.deliveryStreamName ?? none,
    },
    admit: (clientArns) => search?.admit(clientArns),
  };
}

/** Ports of the data tier that the app tier calls for them, beside those that are always open. */
export function dataPorts(args: HipaaWebApplicationArgs): number[] {
  const { cache, files, search } = args;
  // 6380 is the port at which a serverless cache reads from replicas.
  return [
    ...enginePorts(args),
    ...(cache?.serverless ? [6380] : []),
    ...(files ? [2049] : []),
    ...(search ? [443] : []),
    ...analyticsPorts(args),
  ];
}

/** Endpoints of the services that the app tier calls for them. */
export function dataEndpoints(args: HipaaWebApplicationArgs): string[] {
  return [...streamEndpoints(args), ...analyticsEndpoints(args)];
}
