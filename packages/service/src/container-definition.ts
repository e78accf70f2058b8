import type { ScratchMounts } from "./scratch";
import { containerUser } from "./container-user";

/** Where a container's output goes. */
export interface ContainerLog {
  readonly group: string;
  readonly region: string;
}

/** What differs between the containers of a task. */
export interface ContainerParts {
  readonly name: string;
  readonly image: string;
  readonly log: ContainerLog;
  readonly scratch: ScratchMounts;
  /** Where file systems are mounted. */
  readonly files?: ScratchMounts["mountPoints"];
  readonly stopTimeout: number;
  readonly entryPoint?: string[];
  readonly command?: string[];
  /** The port with TLS, on the container that listens to it. */
  readonly port?: number;
  /** Name of that port, for Service Connect. */
  readonly portName?: string;
  /** Only for the debug task: the agent of ECS Exec writes to the root file system. */
  readonly writableRoot?: boolean;
  readonly environment?: { name: string; value: string }[];
  readonly secrets?: { name: string; valueFrom: string }[];
  readonly healthCheckCommand?: string[];
  readonly dependsOn?: { containerName: string; condition: string }[];
}

/**
 * One container as ECS takes it. What keeps a container inside its bounds stands here once, for every container: no root,
 * no capabilities, no writable image, no privileges (45 CFR 164.312(a)(1)), and output to CloudWatch Logs (164.312(b)).
 */
export function containerDefinition(parts: ContainerParts): Record<string, unknown> {
  return {
    name: parts.name,
    image: parts.image,
    essential: true,
    user: containerUser.text,
    privileged: false,
    readonlyRootFilesystem: parts.writableRoot !== true,
    linuxParameters: {
      capabilities: { add: [], drop: ["ALL"] },
      // Reaps orphans and passes the stop signal on, which a shell as first process would not.
      initProcessEnabled: true,
      ...(parts.scratch.tmpfs.length > 0 ? { tmpfs: parts.scratch.tmpfs } : {}),
    },
    mountPoints: [...parts.scratch.mountPoints, ...(parts.files ?? [])],
    portMappings: parts.port === undefined ? [] : [portMapping(parts.port, parts.portName)],
    environment: parts.environment ?? [],
    secrets: parts.secrets ?? [],
    ...(parts.entryPoint ? { entryPoint: parts.entryPoint } : {}),
    ...(parts.command ? { command: parts.command } : {}),
    ...(parts.dependsOn ? { dependsOn: parts.dependsOn } : {}),
    ...(parts.healthCheckCommand
      ? {
          healthCheck: { command: parts.healthCheckCommand, interval: 10, timeout: 5, retries: 3, startPeriod: 30 },
        }
      : {}),
    stopTimeout: parts.stopTimeout,
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": parts.log.group,
        "awslogs-region": parts.log.region,
        "awslogs-stream-prefix": parts.name,
        // A log service that is slow must not stop care: the container goes on and drops what overflows the buffer.
        mode: "non-blocking",
        "max-buffer-size": "25m",
      },
    },
  };
}

function portMapping(port: number, name: string | undefined): Record<string, unknown> {
  return {
    containerPort: port,
    hostPort: port,
    protocol: "tcp",
    // Service Connect then counts and logs requests, not only connections.
    ...(name === undefined ? {} : { name, appProtocol: "http" }),
  };
}
