namespace SlotBooking.Tests.Architecture;

/// <summary>Shows that the reader sees every way in which a type uses another; an arrow it misses would be allowed everywhere.</summary>
public sealed class ArrowReaderTests
{
    private static readonly Lazy<IReadOnlyCollection<TypeArrow>> Arrows =
        new(() => ArrowReader.Read(typeof(ArrowFixtures).Assembly.Location));

    [Theory]
    [InlineData(nameof(ArrowFixtures.ByField), "_field")]
    [InlineData(nameof(ArrowFixtures.BySignature), "Property")]
    [InlineData(nameof(ArrowFixtures.BySignature), "Result")]
    [InlineData(nameof(ArrowFixtures.BySignature), "Parameter")]
    [InlineData(nameof(ArrowFixtures.BySignature), "Constraint")]
    [InlineData(nameof(ArrowFixtures.ByBody), "Local")]
    [InlineData(nameof(ArrowFixtures.ByBody), "New")]
    [InlineData(nameof(ArrowFixtures.ByBody), "Call")]
    [InlineData(nameof(ArrowFixtures.ByBody), "LoadField")]
    [InlineData(nameof(ArrowFixtures.ByBody), "Token")]
    [InlineData(nameof(ArrowFixtures.ByBody), "Cast")]
    [InlineData(nameof(ArrowFixtures.ByBody), "TypeArgument")]
    [InlineData(nameof(ArrowFixtures.ByBody), "MethodArgument")]
    [InlineData(nameof(ArrowFixtures.ByBody), "AfterSwitch")]
    [InlineData(nameof(ArrowFixtures.ByGenerated), "Lambda")]
    [InlineData(nameof(ArrowFixtures.ByGenerated), "Closure")]
    [InlineData(nameof(ArrowFixtures.ByGenerated), "LocalFunction")]
    [InlineData(nameof(ArrowFixtures.ByGenerated), "InAsync")]
    [InlineData(nameof(ArrowFixtures.ByGenerated), "Iterator")]
    [InlineData(nameof(ArrowFixtures.ByBase), "")]
    [InlineData(nameof(ArrowFixtures.ByInterface), "")]
    [InlineData("ByConstraint", "")]
    [InlineData(nameof(ArrowFixtures.ByAttributeType), "")]
    [InlineData(nameof(ArrowFixtures.ByAttribute), "Named")]
    [InlineData("Around.Nested", "New")]
    public void A_use_of_the_target_is_read(string type, string member) =>
        Assert.Contains(Arrow(type, member, nameof(ArrowFixtures.Target)), Arrows.Value);

    [Theory]
    [InlineData("Property")]
    [InlineData("Method")]
    [InlineData("Parameter")]
    [InlineData("Result")]
    public void An_attribute_is_read(string member) =>
        Assert.Contains(Arrow(nameof(ArrowFixtures.ByAttribute), member, nameof(ArrowFixtures.TargetAttribute)), Arrows.Value);

    [Fact]
    public void A_caught_type_is_read() =>
        Assert.Contains(Arrow(nameof(ArrowFixtures.ByBody), "Catch", nameof(ArrowFixtures.FailureException)), Arrows.Value);

    [Fact]
    public void A_type_that_uses_nothing_has_no_arrow_to_the_target()
    {
        var users = Arrows.Value.Where(arrow => arrow.To == Fixture(nameof(ArrowFixtures.Target))).Select(arrow => arrow.From).ToHashSet();
        Assert.DoesNotContain(Fixture(nameof(ArrowFixtures.ByNothing)), users);
        Assert.DoesNotContain(Fixture("Around"), users);
    }

    [Fact]
    public void Nothing_of_ours_keeps_a_name_that_the_compiler_generated() => Assert.DoesNotContain(
        Arrows.Value.Where(arrow => arrow.From.IsBelow("SlotBooking") && arrow.To.IsBelow("SlotBooking")),
        arrow => $"{arrow.From} {arrow.Member} {arrow.To}".AsSpan().ContainsAny("<>`+"));

    private static TypeArrow Arrow(string type, string member, string to) => new(Fixture(type), member, Fixture(to));

    private static TypeName Fixture(string name) => new(typeof(ArrowFixtures).Namespace!, $"{nameof(ArrowFixtures)}.{name}");
}
