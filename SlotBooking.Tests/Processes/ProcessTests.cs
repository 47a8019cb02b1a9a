namespace SlotBooking.Tests.Processes;

/// <summary>Tests that start many processes or measure: one after the other, after everything that runs in parallel.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessTests
{
    public const string Name = "Processes";
}
