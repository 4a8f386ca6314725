/** The runner asks for colors where it has them itself; what the tests start is read by the tests. */
delete process.env.FORCE_COLOR;
delete process.env.NO_COLOR;
