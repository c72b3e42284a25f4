delete window.Worker;
