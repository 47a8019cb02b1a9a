namespace SlotBooking.Tests.Persistence;

/// <summary>What the product can keep its data in; what holds on one must hold on the other.</summary>
public enum DatabaseKind
{
    /// <summary>A file in a temporary folder.</summary>
    Sqlite,

    /// <summary>A database on this run's own server.</summary>
    PostgreSql,
}

/// <summary>The rows of a theory that is told once per database: <c>[Theory, ClassData(typeof(BothDatabases))]</c>.</summary>
public sealed class BothDatabases : TheoryData<DatabaseKind>
{
    public BothDatabases()
    {
        Add(DatabaseKind.Sqlite);
        Add(DatabaseKind.PostgreSql);
    }
}
