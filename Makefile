# Each target runs a script that goes to this folder by itself, so that spaces in its path do no harm.

.PHONY: help setup lab image image-run test notebooks mutate feedback bench bench-peers reset update fmt clean
.DEFAULT_GOAL := help

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

setup: ## set up JupyterLab and the Go kernel in this folder (PYTHON= names another Python)
	@sh docker/setup

lab: ## set up what is missing, open JupyterLab on chapter 00 (PORT= chooses the port)
	@sh docker/lab

image: ## build the course as a container image, with docker or podman
	@sh docker/container build

image-run: ## start the course in that image (PORT= chooses the port)
	@sh docker/container run

test: ## prove that everything works; ends with "N passed, N failed, N skipped" (ARGS="-k softmax -x" goes to pytest)
	@sh docker/setup test
	@. docker/env.sh && exec "$$ANN_TEST_VENV/bin/python" -m pytest .ci $(ARGS)

notebooks: ## print the solution notebooks, execute every notebook, save its outputs
	@sh docker/setup test
	@. docker/env.sh && go run ./pkg/exercise/print
	@. docker/env.sh && exec "$$ANN_TEST_VENV/bin/python" -m pytest .ci/test_notebooks.py --save

mutate: ## damage a copy of the engine in many places and see every damage noticed
	@sh docker/setup
	@. docker/env.sh && exec "$$ANN_VENV/bin/python" -E -s .ci/mutate.py

feedback: ## damage right answers in every place and count what the check says of them (hours)
	@. docker/env.sh && ANN_FEEDBACK=1,200 exec go test ./pkg/exercise/task -run '^TestFeedback$$' -count=1 -v -timeout 0

bench: ## measure how fast the engine trains
	@. docker/env.sh && go run ./pkg/train/bench

bench-peers: ## the same beside PyTorch, JAX and scikit-learn (downloads about 3 GB, once)
	@sh docker/setup
	@. docker/env.sh && exec "$$ANN_VENV/bin/python" -E -s .ci/bench.py

reset: ## put a chapter (CHAPTER=01) or an exercise (EXERCISE=1.3) back as it came, keeping your copy
	@sh docker/reset

update: ## bring the newest version of the course, keeping what you wrote
	@sh docker/update

fmt: ## format the Go code
	@. docker/env.sh && go fmt ./...

clean: ## remove the set-up; your notebooks and your progress stay
	@sh docker/clean
