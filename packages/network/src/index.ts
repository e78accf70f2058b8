export { fargateEndpoints } from "./endpoint-services";
export { Vpc } from "./vpc";
export { NatStrategy } from "./vpc-args";
export type { VpcArgs, VpcFlowLogBucket, VpcLogsKey } from "./vpc-args";
