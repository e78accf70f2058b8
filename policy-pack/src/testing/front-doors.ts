import { ref, type CaseProperties, type CaseResource } from "./cases";
import { door, group, named, openNetwork, world } from "./paths";

/** A balancer that faces the internet, its listener and target group, and the service behind them. */
export const balancer = (properties: CaseProperties = {}, name = "edge"): CaseResource =>
  named("aws:lb/loadBalancer:LoadBalancer", name, {
    subnets: [ref("public-a")],
    securityGroups: [ref("edge-group")],
    ...properties,
  });

export const forwarding = (target = "web") => [{ type: "forward", targetGroupArn: ref(target, "arn") }];

export const listener = (properties: CaseProperties = {}, name = "https", to = "edge"): CaseResource =>
  named("aws:lb/listener:Listener", name, {
    loadBalancerArn: ref(to, "arn"),
    port: 443,
    protocol: "HTTPS",
    defaultActions: forwarding(),
    ...properties,
  });

export const targets = (properties: CaseProperties = {}, name = "web"): CaseResource =>
  named("aws:lb/targetGroup:TargetGroup", name, { port: 8443, protocol: "HTTPS", targetType: "ip", ...properties });

export const service = (properties: CaseProperties = {}, target = "web", name = "service"): CaseResource =>
  named("aws:ecs/service:Service", name, {
    loadBalancers: [{ targetGroupArn: ref(target, "arn"), containerName: "app", containerPort: 8443 }],
    ...properties,
  });

export const webAcl = (of: string, output = "arn"): CaseResource =>
  named("aws:wafv2/webAclAssociation:WebAclAssociation", `acl-of-${of}`, {
    resourceArn: ref(of, output),
    webAclArn: "acl",
  });

export const publicApp: readonly CaseResource[] = [
  balancer(),
  listener(),
  targets(),
  service(),
  ...openNetwork,
  group("edge-group"),
  door(443, world, "edge-group"),
];

/** A distribution, by default in front of the balancer. */
export const distribution = (properties: CaseProperties = {}, origin: CaseProperties = {}): CaseResource =>
  named("aws:cloudfront/distribution:Distribution", "cdn", {
    enabled: true,
    webAclId: "acl-1",
    defaultCacheBehavior: { viewerProtocolPolicy: "redirect-to-https" },
    origins: [
      {
        domainName: ref("edge", "dnsName"),
        customOriginConfig: { originProtocolPolicy: "https-only" },
        ...origin,
      },
    ],
    ...properties,
  });

export const accelerator = (properties: CaseProperties = {}, target = "edge"): readonly CaseResource[] => [
  named("aws:globalaccelerator/accelerator:Accelerator", "accelerator", properties),
  named("aws:globalaccelerator/listener:Listener", "front", {
    acceleratorArn: ref("accelerator"),
    portRanges: [{ fromPort: 443, toPort: 443 }],
  }),
  named("aws:globalaccelerator/endpointGroup:EndpointGroup", "endpoints", {
    listenerArn: ref("front"),
    endpointConfigurations: [{ endpointId: ref(target, "arn") }],
  }),
];
