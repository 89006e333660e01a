import { defineUpdate } from '@temporalio/workflow';

export const floorWorkflow = 'floor';
export const step = defineUpdate<number>('step');
