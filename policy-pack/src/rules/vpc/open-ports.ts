import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule, type Rule, type RuleConfig } from "../../authoring/rule";
import type { Truth } from "../../authoring/truth";
import {
  admitsWorld,
  holdsPort,
  isEveryProtocol,
  isExactly,
  isIcmp,
  isNarrow,
  isTcp,
  isUdp,
  someDoor,
  type Door,
} from "./security-group-rules";

/** SSH, RDP, WinRM, Docker and the kubelet. */
const defaultAdminPorts: readonly number[] = [22, 3389, 5985, 5986, 2375, 2376, 10250];

export const publicPorts: RuleConfig = {
  publicPorts: {
    type: "array",
    items: { type: "number" },
    description: "TCP ports that may be open to the internet, each as a rule of its own.",
    default: [443, 80],
  },
};

/** Whether the whole internet reaches an administration port. Every protocol means every port. */
function opensAdminPort(door: Door, ports: readonly number[]): Truth {
  return admitsWorld(door).and(isEveryProtocol(door).or(isTcp(door).and(holdsPort(door, ports))));
}

/** Every protocol, or every port of TCP. */
function isEveryPort(door: Door): Truth {
  return isEveryProtocol(door).or(isTcp(door).and(holdsPort(door, [1]), holdsPort(door, [65535])));
}

/** Whether a rule is a public web port and nothing else: one TCP port of the list, or HTTP/3 on UDP 443. */
export function isPublicWeb(door: Door, ports: readonly number[]): Truth {
  return isTcp(door)
    .and(isExactly(door, ports))
    .or(isUdp(door).and(isExactly(door, [443])));
}

const noOpenIngress = resourceRule("vpc-sg-no-open-ingress", {
  config: publicPorts,
  check: (resource) => {
    const ports = resource.setting<readonly number[]>("publicPorts");
    const open = someDoor(resource, "ingress", (door) =>
      admitsWorld(door).and(
        isPublicWeb(door, ports).not(),
        // Type and code of ICMP carry no PHI; path discovery needs them.
        isIcmp(door).not(),
        // One finding per fault: vpc-sg-no-admin-ports reports these.
        opensAdminPort(door, defaultAdminPorts).not(),
      ),
    );
    resource.expect(open.not(), "the whole internet may connect to ports that are not for public web traffic");
  },
});

const noAdminPorts = resourceRule("vpc-sg-no-admin-ports", {
  config: {
    adminPorts: {
      type: "array",
      items: { type: "number" },
      description: "Administration ports. The default ones always count; those named here count besides.",
      default: defaultAdminPorts,
    },
  },
  check: (resource) => {
    // Were a default port taken off the list, neither this rule nor vpc-sg-no-open-ingress would report it.
    const ports = [...defaultAdminPorts, ...resource.setting<readonly number[]>("adminPorts")];
    const all = someDoor(resource, "ingress", (door) => admitsWorld(door).and(isEveryPort(door)));
    resource.expect(all.not(), "the whole internet may connect to every port, SSH and RDP among them");
    const some = someDoor(resource, "ingress", (door) => opensAdminPort(door, ports).and(isEveryPort(door).not()));
    resource.expect(some.not(), "the whole internet may connect to administration ports such as SSH or RDP");
  },
});

const noPublicHttp = resourceRule("vpc-sg-no-public-http", {
  check: (resource) => {
    const open = someDoor(resource, "ingress", (door) =>
      admitsWorld(door).and(isEveryProtocol(door).or(isTcp(door).and(holdsPort(door, [80])))),
    );
    resource.expect(open.not(), "the whole internet may connect to port 80");
  },
});

/** FTP, telnet, POP3, IMAP, rexec, rlogin, rsh and the plain Docker socket. */
const cleartextPorts: readonly number[] = [20, 21, 23, 110, 143, 512, 513, 514, 2375];
/** A wider range says nothing of the protocol. */
const narrowRange = 10;

const noCleartextProtocols = resourceRule("vpc-sg-no-plaintext-protocol-ports", {
  check: (resource) => {
    const cleartext = someDoor(resource, "ingress", (door) =>
      isTcp(door).and(holdsPort(door, cleartextPorts), isNarrow(door, narrowRange)),
    );
    resource.expect(cleartext.not(), "a rule admits a protocol that is always cleartext, such as FTP or telnet");
  },
});

const egressRestricted = resourceRule("vpc-sg-egress-restricted", {
  check: (resource: ResourceCheck) => {
    const open = someDoor(resource, "egress", (door) => isEveryProtocol(door).and(admitsWorld(door)));
    resource.expect(open.not(), "every protocol may leave for the whole internet");
  },
});

/** Rules on the ports and ranges of security groups, in every form they come in. */
export const openPortRules: readonly Rule[] = [
  noOpenIngress,
  noAdminPorts,
  noPublicHttp,
  noCleartextProtocols,
  egressRestricted,
];
