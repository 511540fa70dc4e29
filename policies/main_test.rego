package ismslint.main_test

import data.ismslint.main

test_no_rules if main.report == {} with input as {"rules": []}

test_unknown_rule_gives_nothing if main.report == {} with input as {"rules": [["no", "such"]]}
