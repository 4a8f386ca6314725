/** Checks if a process of this machine is running. */
export function isProcessRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user runs too, though it may not be signaled.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
