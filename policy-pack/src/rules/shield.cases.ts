import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const subscription = resource("aws:shield/subscription:Subscription", {}, { name: "subscription" });
const edge = (type: string, properties: Record<string, unknown> = {}) => resource(type, properties, { name: "edge" });
const balancer = (properties: Record<string, unknown> = {}) => edge("aws:lb/loadBalancer:LoadBalancer", properties);
const protection = (resourceArn: unknown) =>
  resource("aws:shield/protection:Protection", { resourceArn }, { name: "protection" });
const here = ref("edge", "arn");
const zone = (properties: Record<string, unknown> = {}) => edge("aws:route53/zone:Zone", properties);

export const shieldCases: ServiceCases = {
  "shield-protection-coverage": [
    pass("a protected balancer", [balancer(), subscription, protection(here)]),
    pass("a protected distribution", [
      edge("aws:cloudfront/distribution:Distribution"),
      subscription,
      protection(here),
    ]),
    pass("no subscription", balancer()),
    pass("an internal balancer", [balancer({ internal: true }), subscription]),
    pass("a network balancer", [balancer({ loadBalancerType: "network" }), subscription]),
    pass("a private zone", [zone({ vpcs: [{ vpcId: "vpc-1" }] }), subscription]),
    fault("a balancer", [balancer({ internal: false }), subscription]),
    fault("a balancer, twin token", [edge("aws:alb/loadBalancer:LoadBalancer"), subscription]),
    fault("a classic balancer", [edge("aws:elb/loadBalancer:LoadBalancer"), subscription]),
    fault("a distribution", [edge("aws:cloudfront/distribution:Distribution"), subscription]),
    fault("a public zone", [zone(), subscription]),
    fault("an accelerator", [edge("aws:globalaccelerator/accelerator:Accelerator"), subscription]),
    fault("the protection of an address", [
      balancer(),
      subscription,
      protection(ref("address", "arn")),
      resource("aws:ec2/eip:Eip", {}, { name: "address" }),
    ]),
    undecided("a protection known on update", [balancer(), subscription, protection(unknown)]),
  ],
};
