import type { ApplicationDistributionArgs } from "../index";
import { domain, keyArn, zone } from "./example";

export const account = "111122223333";
export const webAclArn = `arn:aws:wafv2:us-east-1:${account}:global/webacl/site/0a1b`;
export const certificateArn = `arn:aws:acm:us-east-1:${account}:certificate/1c2d`;
export const pem = "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkq\n-----END PUBLIC KEY-----\n";

/** An internal load balancer of another Region. */
export const origin = {
  loadBalancerArn: `arn:aws:elasticloadbalancing:us-west-2:${account}:loadbalancer/app/api/0a1b`,
  domainName: "api.example.com",
  securityGroupId: "sg-0a1b",
};

/** The least that an ApplicationDistribution needs. */
export const least: ApplicationDistributionArgs = {
  origin,
  firewall: { webAclArn },
  key: { arn: keyArn },
  domainName: domain,
  hostedZoneId: zone,
};
