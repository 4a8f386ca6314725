export default { inputs: '@example/icons/svg' };
