import { sleep, type WorkflowInterceptorsFactory } from '@temporalio/workflow';

/** What nobody may do to running cases: a step that their histories do not have. */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  inbound: [
    {
      async execute(input, next) {
        await sleep(1_000);
        return next(input);
      },
    },
  ],
});
