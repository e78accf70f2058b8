import type { HipaaWebApplicationArgs } from "../args";
import { HipaaWebApplicationFailoverRole } from "../failover-args";
import { HipaaWebApplicationShieldAction } from "../shield-args";

/** What names ARNs of the partition `aws`: Shield Advanced before the front, and the recovery Region behind it. */
export const regionExample: Pick<HipaaWebApplicationArgs, "failover" | "shield"> = {
  failover: {
    domainName: "all.example.com",
    role: HipaaWebApplicationFailoverRole.Primary,
    secondary: {
      dnsName: "edge-1.us-west-2.elb.amazonaws.com",
      zoneId: "Z1H1FL5HABSF5",
      domainName: "west.example.com",
    },
  },
  shield: {
    automaticResponse: HipaaWebApplicationShieldAction.Block,
    healthCheckArn: "arn:aws:route53:::healthcheck/0a1b2c3d-1111-2222-3333-444455556666",
    contacts: [{ email: "on-call@clinic.example", phone: "+15555550100" }],
  },
};
