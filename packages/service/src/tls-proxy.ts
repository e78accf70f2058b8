import type { ServiceScratchMedium } from "./task-args";
import { containerDefinition, type ContainerLog } from "./container-definition";
import { scratchMounts, type ScratchPath } from "./scratch";

/** Name of the proxy's container. */
export const proxyContainerName = "tls";

/** The paths the proxy writes to: its certificate, and its configuration and buffers. */
export const proxyScratch: readonly ScratchPath[] = [
  { path: "/tls", volume: "tls-certificate", sizeMib: 1 },
  { path: "/tmp", volume: "tls-tmp", sizeMib: 16 },
];

/** What the proxy needs to know. */
export interface TlsProxyParts {
  readonly image: string;
  readonly log: ContainerLog;
  readonly medium: ServiceScratchMedium;
  readonly stopTimeout: number;
  readonly port: number;
  /** What the container runs: it makes or fetches the certificate, then starts nginx. */
  readonly script: string;
  readonly applicationContainer: string;
  /** The application has a health check of its own, so the proxy can wait for it. */
  readonly applicationReportsHealth: boolean;
}

/**
 * The container that ends TLS. It starts after the application and so stops before it: open requests are finished while
 * the application still runs.
 */
export function tlsProxyContainer(parts: TlsProxyParts): Record<string, unknown> {
  return containerDefinition({
    name: proxyContainerName,
    image: parts.image,
    log: parts.log,
    scratch: scratchMounts(proxyScratch, parts.medium),
    stopTimeout: parts.stopTimeout,
    port: parts.port,
    entryPoint: ["/bin/sh", "-c"],
    command: [parts.script],
    dependsOn: [
      {
        containerName: parts.applicationContainer,
        condition: parts.applicationReportsHealth ? "HEALTHY" : "START",
      },
    ],
    healthCheckCommand: [
      "CMD-SHELL",
      `openssl s_client -connect 127.0.0.1:${parts.port} </dev/null >/dev/null 2>&1 || exit 1`,
    ],
  });
}
