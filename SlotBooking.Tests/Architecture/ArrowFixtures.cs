namespace SlotBooking.Tests.Architecture;

/// <summary>Holds small types that use <see cref="Target"/>, each member in one way only.</summary>
internal static class ArrowFixtures
{
    internal interface IOf<T>;

    internal class Target
    {
        public static int Number { get; set; }

        public static int Count = 1;
    }

    internal static class Giver
    {
        public static void Give(out Target given) => given = new Target();
    }

    internal sealed class FailureException : Exception;

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class TargetAttribute : Attribute;

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class NamesAttribute(params Type[] types) : Attribute
    {
        public Type[] Types => types;

        public Type? Named { get; set; }
    }

    internal sealed class ByField
    {
        private readonly Target? _field;

        public ByField(object value) => _field = (Target)value;
    }

    internal abstract class BySignature
    {
        public abstract List<Target>? Property { get; }

        public abstract Target? Result();

        public abstract void Parameter(Dictionary<string, Target[]> targets);

        public abstract void Constraint<T>(T value)
            where T : Target;
    }

    internal sealed class ByBody
    {
        public string? Local()
        {
            Giver.Give(out var local);
            return local.ToString();
        }

        public object New() => new Target();

        public void Call() => Target.Number = 1;

        public int LoadField() => Target.Count;

        public Type Token() => typeof(Target);

        public bool Cast(object value) => value is Target;

        public object TypeArgument() => new List<Target>();

        public object MethodArgument() => Enumerable.Empty<Target>();

        public int AfterSwitch(int choice) => choice switch
        {
            0 => 10,
            1 => 7,
            2 => 30,
            3 => 5,
            _ => Target.Number,
        };

        public void Catch(Action action)
        {
            try
            {
                action();
            }
            catch (FailureException)
            {
                action();
            }
        }
    }

    internal sealed class ByGenerated
    {
        public Func<object> Lambda() => () => new Target();

        public Func<object> Closure(int number) => () => number > 1 ? new Target() : number;

        public object LocalFunction(int number)
        {
            return Inner();

            object Inner() => number > 1 ? new Target() : number;
        }

        public async Task<object> InAsync()
        {
            await Task.Yield();
            return new Target();
        }

        public IEnumerable<object> Iterator()
        {
            yield return new Target();
        }
    }

    internal sealed class ByBase : Target;

    internal sealed class ByInterface : IOf<Target>;

    internal sealed class ByConstraint<T>
        where T : Target;

    [Names(typeof(string), typeof(Target))]
    internal sealed class ByAttributeType;

    internal sealed class ByAttribute
    {
        [Target]
        public int Property { get; set; }

        [Target]
        public void Method() => Property++;

        public void Parameter([Target] int number) => Property = number;

        [return: Target]
        public int Result() => Property;

        [Names(Named = typeof(List<Target>))]
        public void Named() => Property++;
    }

    internal sealed class ByNothing
    {
        public string Text() => nameof(Target);
    }

    internal static class Around
    {
        internal sealed class Nested
        {
            public object New() => new Target();
        }
    }
}
