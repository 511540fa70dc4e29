package cli

// openOne opens a tree that holds one ISMS.
func openOne(r request, stage func(string)) (*run, error) {
	t, err := openTree(r, stage)
	if err != nil {
		return nil, err
	}
	runs, err := rooms{}.runsOf(r, stage, t)
	if err != nil {
		return nil, err
	}
	return runs[0], nil
}
