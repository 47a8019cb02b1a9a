namespace SlotBooking.Tests.Architecture;

/// <summary>A type as it is written: its namespace, and its name with the types around it, without what the compiler generates.</summary>
internal readonly record struct TypeName(string Namespace, string Name)
{
    public bool IsBelow(string space) =>
        Namespace.StartsWith(space, StringComparison.Ordinal) && (Namespace.Length == space.Length || Namespace[space.Length] == '.');

    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}
