#!/bin/sh
# The host's browser for tests: the same one, with a second debugging port through which the test can look into its window.
exec "$CASE_TEST_CHROMIUM" --remote-debugging-port=0 "$@" 2> "$CASE_TEST_CHROMIUM_LOG"
