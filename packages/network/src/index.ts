export { fargateEndpoints } from "./endpoint-services";
export { Vpc } from "./vpc";
export type { VpcArgs } from "./vpc-args";
export { NatStrategy, VpcEncryptionMode, VpcEndpointPreset, VpcS3Endpoint } from "./vpc-option-args";
export type {
  VpcConnection,
  VpcEgressFirewall,
  VpcFlowLogBucket,
  VpcLogsKey,
  VpcTransitGateway,
} from "./vpc-option-args";
