import type { ArgumentChecks } from "@hipaa-aws/foundation";
import { ServiceScratchMedium } from "./task-args";
import { containerUser } from "./container-user";

/** A path that one container may write to. */
export interface ScratchPath {
  readonly path: string;
  /** Name of the volume on disk; unique in the task. */
  readonly volume: string;
  readonly sizeMib: number;
}

/** The parts of a container definition that make paths writable. */
export interface ScratchMounts {
  readonly mountPoints: { sourceVolume: string; containerPath: string; readOnly: boolean }[];
  readonly tmpfs: { containerPath: string; size: number; mountOptions: string[] }[];
}

const absolutePath = /^(?:\/[A-Za-z0-9_.-]+)+$/;
/** Mounted over, these hide the image or what the runtime puts there. */
const reservedRoots = ["/bin", "/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/sbin", "/sys", "/usr"];

/** The application's writable paths, with a volume name made from each. */
export function scratchPaths(checks: ArgumentChecks, paths: readonly string[], sizeMib: number): ScratchPath[] {
  checks.unique("writablePaths", paths);
  const scratch = paths.map((path) => {
    checkMountPath(checks, "writablePaths", path);
    return { path, volume: path.slice(1).replace(/[^A-Za-z0-9]+/g, "-"), sizeMib };
  });
  checks.unique(
    "writablePaths, as volume names,",
    scratch.map((one) => one.volume),
  );
  return scratch;
}

/** Refuses what is no path, and paths whose contents a mount would hide from programs. */
export function checkMountPath(checks: ArgumentChecks, argument: string, path: string): void {
  checks.matches(argument, path, absolutePath, "an absolute path of letters, digits, dots, hyphens, underscores");
  if (path.split("/").includes("..") || reservedRoots.some((root) => path === root || path.startsWith(`${root}/`))) {
    checks.fail(argument, `holds "${path}", which programs or the runtime own`, "Choose one below /tmp, /var or /mnt");
  }
}

/** Mount points for disk, tmpfs for memory. */
export function scratchMounts(paths: readonly ScratchPath[], medium: ServiceScratchMedium): ScratchMounts {
  if (medium === ServiceScratchMedium.Disk) {
    return {
      mountPoints: paths.map(({ path, volume }) => ({ sourceVolume: volume, containerPath: path, readOnly: false })),
      tmpfs: [],
    };
  }
  return {
    mountPoints: [],
    tmpfs: paths.map(({ path, sizeMib }) => ({
      containerPath: path,
      size: sizeMib,
      mountOptions: [
        "rw",
        "noexec",
        "nosuid",
        "nodev",
        `uid=${containerUser.id}`,
        `gid=${containerUser.id}`,
        "mode=0700",
      ],
    })),
  };
}

/** The task's volumes: one for each path on disk. */
export function scratchVolumes(paths: readonly ScratchPath[], medium: ServiceScratchMedium): { name: string }[] {
  return medium === ServiceScratchMedium.Disk ? paths.map(({ volume }) => ({ name: volume })) : [];
}
