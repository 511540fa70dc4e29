package cli

import "github.com/spf13/cobra"

func (c *Command) inspectVerb() *cobra.Command {
	var f runFlags
	cmd := &cobra.Command{
		Use: "inspect [PATH]", Short: "Print the model of an ISMS as the rules see it, as JSON",
		Args: atMostOne,
		RunE: func(cmd *cobra.Command, args []string) error {
			req, err := f.request(c, args)
			if err != nil {
				return err
			}
			progress := c.startProgress()
			text, err := c.pipeline.inspect(cmd.Context(), req, progress.stage)
			progress.stop()
			if err != nil {
				return err
			}
			_, err = c.Stdout.Write(text)
			return err
		},
	}
	f.add(cmd.Flags())
	return cmd
}
