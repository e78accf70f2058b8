export { ClosedDefaultVpc } from "./closed-default-vpc";
export type { ClosedDefaultVpcArgs } from "./closed-default-vpc";
export { DnsProtection } from "./dns-protection";
export { DnsProtectionConfidence } from "./dns-protection-args";
export type {
  DnsProtectionArgs,
  DnsProtectionDomainList,
  DnsProtectionKey,
  DnsProtectionLogBucket,
  DnsProtectionNetwork,
} from "./dns-protection-args";
export { DnssecZone } from "./dnssec-zone";
export type { DnssecZoneArgs, DnssecZoneKey } from "./dnssec-zone-args";
export { fargateEndpoints } from "./endpoint-services";
export { TrafficMirror } from "./traffic-mirror";
export type { TrafficMirrorArgs, TrafficMirrorSource } from "./traffic-mirror";
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
export { ExistingVpc } from "./existing-vpc";
export type { ExistingVpcArgs } from "./existing-vpc-args";
export { NetworkAccessScope } from "./network-access-scope";
export type { NetworkAccessScopeArgs, NetworkAccessScopeNetwork } from "./network-access-scope";
export { PrivateZone } from "./private-zone";
export type { PrivateZoneArgs, PrivateZoneNetwork } from "./private-zone";
export { PublicAccessBlock, PublicAccessBlockMode } from "./public-access-block";
export type { PublicAccessBlockArgs } from "./public-access-block";
